package dev.lectern.assessment.authoring.application;

import dev.lectern.assessment.authoring.domain.imports.Imported.BadLine;
import java.util.List;

/// What became of a file of questions.
///
/// @param accepted how many questions were taken, or would be
/// @param errors every other question of the file
public record ImportView(int accepted, List<BadLine> errors) {}
