package dev.lectern.auth.domain;

/// What happened to an account.
public sealed interface AccountEvent {

    AccountId account();

    record Registered(AccountId account) implements AccountEvent {}

    record EmailVerified(AccountId account) implements AccountEvent {}

    record RoleGranted(AccountId account, Role role) implements AccountEvent {}

    record RoleWithdrawn(AccountId account, Role role) implements AccountEvent {}

    record SecondFactorTurnedOn(AccountId account) implements AccountEvent {}

    record SecondFactorTurnedOff(AccountId account) implements AccountEvent {}

    /// One sign-in ended, by its owner or from another device.
    record SignedOut(AccountId account, SignInId signIn) implements AccountEvent {}

    /// Every sign-in ended at once.
    record SignedOutEverywhere(AccountId account) implements AccountEvent {}
}
