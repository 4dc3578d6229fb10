package dev.lectern.gamification.domain;

/// What an act is worth under one version of its rule.
public record PointRule(RuleCode code, int version, int points) {

    public PointRule {
        if (points <= 0) {
            throw new IllegalArgumentException("a rule gives points");
        }
    }
}
