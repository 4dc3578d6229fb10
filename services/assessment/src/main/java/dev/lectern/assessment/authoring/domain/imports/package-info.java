/// Questions written elsewhere, read line by line.
@NullMarked
package dev.lectern.assessment.authoring.domain.imports;

import org.jspecify.annotations.NullMarked;
