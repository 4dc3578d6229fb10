package dev.lectern.assessment.attempts.domain;

import org.springframework.data.repository.Repository;

/// All grades; they are only ever added.
public interface Grades extends Repository<Grade, GradeId> {

    Grade save(Grade grade);
}
