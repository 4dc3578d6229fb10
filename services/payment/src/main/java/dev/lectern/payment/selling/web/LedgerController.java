package dev.lectern.payment.selling.web;

import dev.lectern.common.security.Caller;
import dev.lectern.payment.selling.application.BalancingTheLedger;
import dev.lectern.payment.selling.application.TrialBalanceView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where all money stands.
@RestController
@RequestMapping("/api/v1/admin/ledger")
class LedgerController {

    private final BalancingTheLedger balancing;

    LedgerController(BalancingTheLedger balancing) {
        this.balancing = balancing;
    }

    /// Adds up all debits and credits. 403 `FORBIDDEN` without the role `support` or `admin`.
    @GetMapping("/trial-balance")
    TrialBalanceView getTrialBalance(Caller caller) {
        return balancing.balance(caller);
    }
}
