package dev.lectern.course.authoring.domain;

/// What an asset is, or as what it is shown.
public enum AssetKind {
    IMAGE,
    FILE
}
