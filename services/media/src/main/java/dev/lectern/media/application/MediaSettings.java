package dev.lectern.media.application;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param courseQuota how much the files of one course may take up together
@Validated
@ConfigurationProperties("lectern.media")
record MediaSettings(@NotNull DataSize courseQuota) {}
