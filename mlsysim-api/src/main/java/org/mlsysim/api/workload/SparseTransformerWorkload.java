package org.mlsysim.api.workload;

import java.util.Optional;
import java.util.OptionalInt;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Mass;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Count;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Operations;
import org.mlsysim.api.units.ParameterCount;
import org.mlsysim.api.units.TokenCount;
import org.mlsysim.api.units.Units;

/**
 * A transformer whose feed-forward blocks are mixtures of experts.
 *
 * <p>All parameters are stored, the active ones work on a token.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record SparseTransformerWorkload(
    @Port(doc = "display name") String name,
    @Port(doc = "architecture in words", defaultValue = "MoE Transformer") String architecture,
    @Port(doc = "parameters stored", unit = "param", range = "(0, inf)")
        Quantity<ParameterCount> parameters,
    @Port(doc = "parameters that work on one token", unit = "param", range = "(0, inf)")
        Quantity<ParameterCount> activeParameters,
    @Port(doc = "experts of a layer", range = "[1, inf)") int experts,
    @Port(doc = "experts that a token is routed to", defaultValue = "1", range = "[1, inf)")
        int activeExpertsPerToken,
    @Port(doc = "number of transformer blocks", range = "[1, inf)") int layers,
    @Port(doc = "width of the residual stream", range = "[1, inf)") Optional<Integer> hiddenDim,
    @Port(doc = "query heads of a layer", range = "[1, inf)") Optional<Integer> heads,
    @Port(
            doc = "key and value heads of a layer; as many as query heads when absent",
            range = "[1, inf)")
        Optional<Integer> kvHeads,
    @Port(doc = "width of a head; hidden_dim / heads when absent", range = "[1, inf)")
        Optional<Integer> headDim,
    @Port(
            doc = "inner width of the feed-forward block; four times hidden_dim when absent",
            range = "[1, inf)")
        Optional<Integer> intermediateSize,
    @Port(doc = "rank of the query projection of latent attention", range = "[1, inf)")
        Optional<Integer> qLoraRank,
    @Port(doc = "rank of the cached latent of latent attention", range = "[1, inf)")
        Optional<Integer> kvLoraRank,
    @Port(doc = "rotary width of a head of latent attention", range = "[1, inf)")
        Optional<Integer> qkRopeHeadDim,
    @Port(doc = "width of a head of latent attention without position", range = "[1, inf)")
        Optional<Integer> qkNopeHeadDim,
    @Port(doc = "width of a value head of latent attention", range = "[1, inf)")
        Optional<Integer> vHeadDim,
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
    @Port(doc = "operations of the published training run", unit = "FLOP", range = "(0, inf)")
        Optional<Quantity<Operations>> trainingOps,
    @Port(doc = "tokens of the published training run", unit = "token", range = "(0, inf)")
        Optional<Quantity<TokenCount>> trainingTokens,
    @Port(doc = "accelerators of the published training run", unit = "count", range = "(0, inf)")
        Optional<Quantity<Count>> trainingAcceleratorsRef,
    @Port(doc = "duration of the published training run", unit = "d", range = "(0, inf)")
        Optional<Quantity<Time>> trainingDaysRef,
    @Port(
            doc = "accelerators times duration of the published training run",
            unit = "d",
            range = "(0, inf)",
            aliases = "training_gpu_days")
        Optional<Quantity<Time>> trainingAcceleratorTime,
    @Port(
            doc = "electricity of the published training run",
            unit = "MWh",
            range = "(0, inf)",
            aliases = "training_energy_mwh")
        Optional<Quantity<Energy>> trainingEnergy,
    @Port(doc = "what the published training run used") Optional<String> trainingHardwareLabel,
    @Port(doc = "emissions of the published training run", unit = "kg", range = "[0, inf)")
        Optional<Quantity<Mass>> trainingCo2e,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements AttentionWorkload {

  public SparseTransformerWorkload {
    PublishedRun.check(trainingAcceleratorTime, trainingAcceleratorsRef, trainingDaysRef);
    if (activeExpertsPerToken > experts) {
      throw BadInputException.conflict(
          "active_experts_per_token",
          "A token cannot go to %d of %d experts.".formatted(activeExpertsPerToken, experts));
    }
    if (Units.in(Units.PARAMETER, activeParameters) > Units.in(Units.PARAMETER, parameters)) {
      throw BadInputException.conflict(
          "active_parameters",
          "%s active of %s stored."
              .formatted(Units.text(activeParameters), Units.text(parameters)));
    }
  }

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
  public static SparseTransformerWorkloadBuilder builder() {
    return new SparseTransformerWorkloadBuilder();
  }
}
