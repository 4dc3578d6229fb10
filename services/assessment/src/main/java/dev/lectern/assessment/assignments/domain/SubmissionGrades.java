package dev.lectern.assessment.assignments.domain;

import org.springframework.data.repository.Repository;

/// All grades of submissions; they are only ever added.
public interface SubmissionGrades extends Repository<SubmissionGrade, SubmissionGradeId> {

    SubmissionGrade save(SubmissionGrade grade);
}
