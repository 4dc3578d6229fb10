package dev.lectern.payment.selling.domain;

/// Where money stands in the ledger.
public enum Account {
    /// What the provider holds for us.
    PROVIDER_CLEARING,
    /// What is owed to the tax office.
    TAX_PAYABLE,
    /// What is owed to authors.
    AUTHORS_PAYABLE,
    /// What stays with the platform.
    PLATFORM_REVENUE,
    /// Money nobody knows yet what it is for.
    UNAPPLIED
}
