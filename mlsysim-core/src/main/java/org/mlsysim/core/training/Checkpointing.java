package org.mlsysim.core.training;

import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.physics.training.ActivationCheckpointing;

/** The one strategy of activation checkpointing that two inputs can name. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Checkpointing {
  /**
   * The strategy meant: {@code activation_recomputation} is the short form of full; selective where
   * nothing is said.
   *
   * @throws BadInputException if the short form stands beside another strategy; it names both
   */
  public static ActivationCheckpointing of(
      Optional<ActivationCheckpointing> strategy, boolean recomputation) {
    if (recomputation && strategy.isPresent() && strategy.get() != ActivationCheckpointing.FULL) {
      throw BadInputException.conflict(
          "activation_checkpointing",
          "activation_recomputation is true, the short form of full, but activation_checkpointing"
              + " is "
              + strategy.get().name().toLowerCase(Locale.ROOT)
              + ".");
    }
    return recomputation
        ? ActivationCheckpointing.FULL
        : strategy.orElse(ActivationCheckpointing.SELECTIVE);
  }

  private Checkpointing() {}
}
