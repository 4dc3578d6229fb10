package dev.lectern.assessment.authoring.application;

import dev.lectern.assessment.authoring.domain.AuthoringRefused;
import dev.lectern.assessment.authoring.domain.Bank;
import dev.lectern.assessment.authoring.domain.BankId;
import dev.lectern.assessment.authoring.domain.ImportId;
import dev.lectern.assessment.authoring.domain.imports.ImportFormat;
import dev.lectern.assessment.authoring.domain.imports.Imported;
import dev.lectern.common.problem.Refusal.Fault;
import dev.lectern.common.security.Caller;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// An author brings questions that were written elsewhere. The good ones are taken, of every other
/// one it is said why not.
@Service
@Transactional
public class ImportingQuestions {

    private final WritingBanks writing;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportingQuestions(WritingBanks writing, JdbcClient jdbc, JsonMapper json) {
        this.writing = writing;
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A file and the bank it goes into.
    public record Import(BankId bank, ImportFormat format, String text) {}

    /// Says what an import would do, and writes nothing.
    public ImportView tryOut(Import command, Caller caller) {
        var imported = read(command, writing.open(command.bank(), caller));
        return new ImportView(imported.questions().size(), imported.errors());
    }

    public UUID take(Import command, Caller caller) {
        var bank = writing.open(command.bank(), caller);
        var imported = read(command, bank);
        writing.addAll(bank, imported.questions());
        return report(command.bank(), imported);
    }

    /// What an import that was done has told.
    @Transactional(readOnly = true)
    public ImportView reportOf(UUID id) {
        return jdbc.sql("select accepted, errors from question_import where id = :id")
                .param("id", id)
                .query((row, number) ->
                        new ImportView(
                                row.getInt("accepted"),
                                json.readValue(row.getString("errors"), new TypeReference<>() {})))
                .single();
    }

    private static Imported read(Import command, Bank bank) {
        var imported = command.format().read(command.text());
        if (imported.questions().isEmpty()) {
            throw AuthoringRefused.nothingImported(
                    imported.errors().stream()
                            .map(error ->
                                    new Fault(
                                            error.code(), "/lines/" + error.line(), error.detail()))
                            .toList());
        }
        bank.requireRoomFor(imported.questions().size());
        return imported;
    }

    private UUID report(BankId bank, Imported imported) {
        var id = ImportId.next().value();
        jdbc.sql(
                        """
                        insert into question_import (id, bank_id, accepted, errors)
                        values (:id, :bank, :accepted, :errors::jsonb)
                        """)
                .param("id", id)
                .param("bank", bank.value())
                .param("accepted", imported.questions().size())
                .param("errors", json.writeValueAsString(imported.errors()))
                .update();
        return id;
    }
}
