package dev.lectern.analytics.web;

import dev.lectern.analytics.application.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/// Writes any table as CSV to whoever accepts nothing else.
@Component
class CsvWriter extends AbstractHttpMessageConverter<Table> {

    static final String CSV = "text/csv";

    CsvWriter() {
        super(StandardCharsets.UTF_8, MediaType.parseMediaType(CSV));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Table.class.isAssignableFrom(type);
    }

    @Override
    protected boolean canRead(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Table readInternal(Class<? extends Table> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("tables are only written", input);
    }

    @Override
    protected void writeInternal(Table table, HttpOutputMessage output) throws IOException {
        output.getBody().write(table.csv().getBytes(StandardCharsets.UTF_8));
    }
}
