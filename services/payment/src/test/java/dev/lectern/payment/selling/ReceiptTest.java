package dev.lectern.payment.selling;

import static dev.lectern.payment.testkit.Surroundings.NOTICES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.common.security.Caller;
import dev.lectern.payment.PaymentTest;
import dev.lectern.payment.selling.application.PrintingReceipts;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.testkit.Shop;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PaymentTest
@Import(Shop.class)
class ReceiptTest {

    @LocalServerPort int port;
    @Autowired Shop shop;
    @Autowired PrintingReceipts receipts;

    @BeforeEach
    void open() {
        NOTICES.to(port);
    }

    @Test
    void saysWhatWasPaidAndTheTaxInIt() throws IOException {
        var buyer = Shop.buyer(port);
        var order = Shop.paid(buyer, shop.sells(123_456));

        var sent = buyer.http().get("/api/v1/orders/" + order + "/receipt");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.header("Content-Type")).isEqualTo("application/pdf");

        var caller = new Caller(buyer.id(), Set.of());
        var receipt = receipts.print(new OrderId(UUID.fromString(order)), caller);
        assertThat(receipts.print(new OrderId(UUID.fromString(order)), caller)).isEqualTo(receipt);
        try (var document = Loader.loadPDF(receipt)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(buyer.shown(order).get("number").asString())
                    .contains("Signals & Sampling")
                    .contains("1,234.56 EUR")
                    .contains("VAT DE, 19.00 %")
                    .contains("197.12 EUR")
                    .contains("1,037.44 EUR");
        }
    }

    @Test
    void isThereOnceItIsPaid() {
        var buyer = Shop.buyer(port);
        var order = Shop.inCheckout(buyer, shop.sells(4_900));

        assertThat(buyer.http().get("/api/v1/orders/" + order + "/receipt").status())
                .isEqualTo(404);
    }
}
