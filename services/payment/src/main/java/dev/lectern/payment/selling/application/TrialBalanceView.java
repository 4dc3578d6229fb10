package dev.lectern.payment.selling.application;

import java.time.Instant;
import java.util.List;

/// Whether the ledger is in balance.
///
/// @param asOf when it was added up
/// @param currencies one for each currency money has moved in, by its code
public record TrialBalanceView(Instant asOf, List<Sum> currencies) {

    /// Everything ever written down in one currency.
    ///
    /// @param currency ISO 4217
    /// @param debits what was ever put to accounts, in minor units
    /// @param credits what was ever taken from accounts, in minor units
    /// @param difference debits less credits, in minor units; anything but 0 is an alarm
    public record Sum(String currency, long debits, long credits, long difference) {}
}
