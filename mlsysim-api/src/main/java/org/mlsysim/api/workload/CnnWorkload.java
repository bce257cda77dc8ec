package org.mlsysim.api.workload;

import java.util.Optional;
import java.util.OptionalInt;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Operations;
import org.mlsysim.api.units.ParameterCount;

/** A convolutional network; its work is counted for one input. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record CnnWorkload(
    @Port(doc = "display name") String name,
    @Port(doc = "architecture in words", defaultValue = "CNN") String architecture,
    @Port(doc = "parameters of the model", unit = "param", range = "(0, inf)")
        Quantity<ParameterCount> parameters,
    @Port(doc = "layers with parameters", range = "[1, inf)") Optional<Integer> layers,
    @Port(doc = "scale of the channel counts", range = "(0, inf)") Optional<Double> widthMultiplier,
    @Port(
            doc =
                "operations of one unit of work: a token, a sequence, an input or a denoising step",
            unit = "FLOP",
            range = "(0, inf)")
        Quantity<Operations> inferenceFlops,
    @Port(doc = "stored size where it is published as such", unit = "B", range = "(0, inf)")
        Optional<Quantity<DataSize>> modelSize,
    @Port(doc = "measured energy of one inference", unit = "J", range = "(0, inf)")
        Optional<Quantity<Energy>> inferenceEnergy,
    @Port(doc = "input data that one instance takes in", unit = "B/s", range = "[0, inf)")
        Optional<Quantity<DataRate>> dataRate,
    @Port(doc = "size of the training data", unit = "B", range = "[0, inf)")
        Optional<Quantity<DataSize>> trainingDatasetSize,
    @Port(doc = "year of publication", range = "[1900, 2200]") Optional<Integer> releaseYear,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Workload {

  @Override
  public Optional<Quantity<ParameterCount>> parameterCount() {
    return Optional.of(parameters);
  }

  @Override
  public Optional<Quantity<Operations>> workPerUnit() {
    return Optional.of(inferenceFlops);
  }

  @Override
  public OptionalInt layerCount() {
    return layers.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /** Names the fields one by one; what is left out takes its default. */
  public static CnnWorkloadBuilder builder() {
    return new CnnWorkloadBuilder();
  }
}
