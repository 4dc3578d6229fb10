package dev.lectern.payment.selling.web;

import dev.lectern.payment.selling.application.ReceivingNotices;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the payment provider has to say.
@RestController
@RequestMapping("/api/v1/payments/webhooks")
class WebhookController {

    private final ReceivingNotices receiving;

    WebhookController(ReceivingNotices receiving) {
        this.receiving = receiving;
    }

    /// @param received always true
    record NoticeResponse(boolean received) {}

    /// Takes an event of Stripe, as it is sent and signed there; told again, or of a type nobody
    /// listens to, it is taken all the same. 400 `SIGNATURE_INVALID` where it is forged or older
    /// than five minutes.
    ///
    /// @param stripeSignature the time it was sent and its signature, as Stripe makes them
    @PostMapping("/stripe")
    NoticeResponse receiveStripeEvent(
            @RequestBody String event,
            @RequestHeader(name = "Stripe-Signature", defaultValue = "") String stripeSignature) {
        receiving.receive(event, stripeSignature);
        return new NoticeResponse(true);
    }
}
