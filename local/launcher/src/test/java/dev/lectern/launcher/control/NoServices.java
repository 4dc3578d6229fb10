package dev.lectern.launcher.control;

/// A platform on which nothing runs.
record NoServices() implements Switch {

    @Override
    public Outcome kill(String service) {
        return Outcome.UNKNOWN_SERVICE;
    }

    @Override
    public Outcome stop(String service) {
        return Outcome.UNKNOWN_SERVICE;
    }

    @Override
    public Outcome start(String service) {
        return Outcome.UNKNOWN_SERVICE;
    }
}
