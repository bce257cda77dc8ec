package org.mlsysim.api.workload;

import java.util.Optional;
import java.util.OptionalInt;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Operations;
import org.mlsysim.api.units.ParameterCount;

/**
 * What an accelerator is asked to do: a model, seen as parameters to store and operations to do.
 *
 * <p>An open family: a plugin adds a record of its own and registers it as a {@link
 * org.mlsysim.api.catalog.RecordKind}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Workload extends Registered {
  /** The architecture in words. */
  String architecture();

  /** The parameters stored, where they are known. */
  Optional<Quantity<ParameterCount>> parameterCount();

  /** The stored size, where it is published as such. */
  Optional<Quantity<DataSize>> modelSize();

  /**
   * The operations of one unit of work, where they are published: a token of a decoder, a sequence
   * of an encoder, an input of a vision model, a denoising step of a diffusion model.
   */
  Optional<Quantity<Operations>> workPerUnit();

  /** The number of layers, where it is known. */
  OptionalInt layerCount();

  /** The input data that one instance takes in, where it is stated. */
  default Optional<Quantity<DataRate>> dataRate() {
    return Optional.empty();
  }
}
