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
import org.mlsysim.api.units.TokenCount;

/** A selective state-space model: a fixed state in place of a growing cache. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record StateSpaceWorkload(
    @Port(doc = "display name") String name,
    @Port(doc = "architecture in words", defaultValue = "SSM") String architecture,
    @Port(doc = "parameters of the model", unit = "param", range = "(0, inf)")
        Quantity<ParameterCount> parameters,
    @Port(doc = "number of blocks", range = "[1, inf)") int layers,
    @Port(doc = "width of the residual stream", range = "[1, inf)") int hiddenDim,
    @Port(doc = "state per inner channel", range = "[1, inf)") int stateSize,
    @Port(
            doc = "inner width over hidden_dim (Gu and Dao 2023)",
            defaultValue = "2",
            range = "[1, inf)")
        double expansion,
    @Port(
            doc = "taps of the causal convolution (Gu and Dao 2023)",
            defaultValue = "4",
            range = "[1, inf)")
        int convWidth,
    @Port(doc = "longest sequence the model was built for", range = "[1, inf)")
        Optional<Integer> contextLength,
    @Port(doc = "tokens of the vocabulary", range = "[1, inf)") Optional<Integer> vocabSize,
    @Port(
            doc =
                "operations of one unit of work: a token, a sequence, an input or a denoising step",
            unit = "FLOP",
            range = "(0, inf)")
        Optional<Quantity<Operations>> inferenceFlops,
    @Port(doc = "stored size where it is published as such", unit = "B", range = "(0, inf)")
        Optional<Quantity<DataSize>> modelSize,
    @Port(doc = "measured energy of one inference", unit = "J", range = "(0, inf)")
        Optional<Quantity<Energy>> inferenceEnergy,
    @Port(doc = "input data that one instance takes in", unit = "B/s", range = "[0, inf)")
        Optional<Quantity<DataRate>> dataRate,
    @Port(doc = "size of the training data", unit = "B", range = "[0, inf)")
        Optional<Quantity<DataSize>> trainingDatasetSize,
    @Port(doc = "year of publication", range = "[1900, 2200]") Optional<Integer> releaseYear,
    @Port(doc = "tokens of the published training run", unit = "token", range = "(0, inf)")
        Optional<Quantity<TokenCount>> trainingTokens,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Workload {

  @Override
  public Optional<Quantity<ParameterCount>> parameterCount() {
    return Optional.of(parameters);
  }

  @Override
  public Optional<Quantity<Operations>> workPerUnit() {
    return inferenceFlops;
  }

  @Override
  public OptionalInt layerCount() {
    return OptionalInt.of(layers);
  }

  /** Names the fields one by one; what is left out takes its default. */
  public static StateSpaceWorkloadBuilder builder() {
    return new StateSpaceWorkloadBuilder();
  }
}
