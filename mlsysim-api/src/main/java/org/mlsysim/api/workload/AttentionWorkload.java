package org.mlsysim.api.workload;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Mass;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.units.Count;
import org.mlsysim.api.units.Operations;
import org.mlsysim.api.units.ParameterCount;
import org.mlsysim.api.units.TokenCount;

/** A workload with attention layers: one that keeps a KV cache. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface AttentionWorkload extends Workload {
  /** The parameters stored. */
  Quantity<ParameterCount> parameters();

  /** The parameters that work on one token: all of them, unless the model is sparse. */
  default Quantity<ParameterCount> activeParameters() {
    return parameters();
  }

  /** The number of transformer blocks. */
  int layers();

  /** The width of the residual stream. */
  Optional<Integer> hiddenDim();

  /** The query heads of a layer. */
  Optional<Integer> heads();

  /** The key and value heads of a layer. */
  Optional<Integer> kvHeads();

  /** The width of a head. */
  Optional<Integer> headDim();

  /** The inner width of the feed-forward block. */
  Optional<Integer> intermediateSize();

  /** The rank of the query projection of latent attention. */
  Optional<Integer> qLoraRank();

  /** The rank of the cached latent of latent attention. */
  Optional<Integer> kvLoraRank();

  /** The rotary width of a head of latent attention. */
  Optional<Integer> qkRopeHeadDim();

  /** The width of a head of latent attention without position. */
  Optional<Integer> qkNopeHeadDim();

  /** The width of a value head of latent attention. */
  Optional<Integer> vHeadDim();

  /** The longest sequence the model was built for. */
  Optional<Integer> contextLength();

  /** The tokens of the vocabulary. */
  Optional<Integer> vocabSize();

  /** The operations of the published training run. */
  Optional<Quantity<Operations>> trainingOps();

  /** The tokens of the published training run. */
  Optional<Quantity<TokenCount>> trainingTokens();

  /** The accelerators of the published training run. */
  Optional<Quantity<Count>> trainingAcceleratorsRef();

  /** The duration of the published training run. */
  Optional<Quantity<Time>> trainingDaysRef();

  /** The accelerators times the duration of the published training run. */
  Optional<Quantity<Time>> trainingAcceleratorTime();

  /** The electricity of the published training run. */
  Optional<Quantity<Energy>> trainingEnergy();

  /** What the published training run used. */
  Optional<String> trainingHardwareLabel();

  /** The emissions of the published training run. */
  Optional<Quantity<Mass>> trainingCo2e();
}
