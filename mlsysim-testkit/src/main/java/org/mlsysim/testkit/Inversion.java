package org.mlsysim.testkit;

import org.apiguardian.api.API;

/**
 * A solver's answer put into its model.
 *
 * @param quantity what the solver was to reach, in words
 * @param target the value asked for, in any unit
 * @param reached what the model gives for the solver's answer, in the same unit
 * @param tolerance the relative difference that the solver states
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Inversion(String quantity, double target, double reached, double tolerance) {
  boolean holds() {
    return Math.abs(reached - target) <= tolerance * Math.abs(target);
  }
}
