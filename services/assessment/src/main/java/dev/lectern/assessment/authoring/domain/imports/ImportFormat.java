package dev.lectern.assessment.authoring.domain.imports;

/// How questions can be written down elsewhere.
public enum ImportFormat {
    GIFT,
    CSV;

    public Imported read(String text) {
        var lines = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return switch (this) {
            case GIFT -> GiftFile.read(lines);
            case CSV -> CsvFile.read(lines);
        };
    }
}
