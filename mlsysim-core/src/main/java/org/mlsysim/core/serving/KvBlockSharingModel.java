package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Frequency;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.serving.KvBlockSharing;

/**
 * Requests that share the cache blocks of a common prefix: how many are resident, and how many
 * turns a second they make.
 *
 * <pre>
 * common blocks  = floor(common / block)
 * private blocks = ceil((context + output) / block) - common blocks
 * rate           = residents / stay
 * </pre>
 *
 * <p>Only whole blocks are shared; a partly filled one belongs to its request.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How many requests stay resident, and turn how often, with a shared prefix?",
    equation =
        "fit = floor((usable - common) / private) blocks; rate = residents / (generation + wait)",
    sources = {
      "Little (1961), A Proof for the Queuing Formula L = lambda W, doi 10.1287/opre.9.3.383",
      "Kwon et al. (2023), PagedAttention, arXiv 2309.06180"
    })
public final class KvBlockSharingModel
    extends BaseModel<KvBlockSharingModel.Inputs, KvBlockSharingModel.KvBlockSharingResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "cache of one token", unit = "B", range = "(0, inf)")
          Quantity<DataSize> bytesPerToken,
      @Port(doc = "memory for the cache", unit = "B", range = "[0, inf)") Quantity<DataSize> pool,
      @Port(doc = "share of the pool kept free", range = "[0, 1)") double headroom,
      @Port(doc = "tokens of a prompt", range = "[1, inf)") int context,
      @Port(doc = "tokens generated", range = "[0, inf)") int output,
      @Port(doc = "tokens of the prompt that all requests share", range = "[0, inf)") int common,
      @Port(doc = "tokens of a block", range = "[1, inf)") int blockTokens,
      @Port(doc = "time that a turn takes", unit = "s", range = "(0, inf)")
          Quantity<Time> generation,
      @Port(name = "wait", doc = "time between turns", unit = "s", range = "[0, inf)")
          Quantity<Time> waiting) {

    public Inputs {
      if (common > context) {
        throw BadInputException.conflict(
            "common",
            "common is %d, but context is %d; a prompt shares no more than it has."
                .formatted(common, context));
      }
      if (common > 0 && common == context && output == 0) {
        throw BadInputException.conflict(
            "common",
            "common is %d, all of context, and output is 0; a request needs a token of its own."
                .formatted(common));
      }
    }

    /** Names the inputs one by one; all are required. */
    public static KvBlockSharingModelInputsBuilder builder() {
      return new KvBlockSharingModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record KvBlockSharingResult(
      @Port(verdict = true, doc = "whether at least one request fits without sharing")
          boolean feasible,
      @Port(unit = "B", doc = "size of a block") Quantity<DataSize> blockBytes,
      @Port(doc = "blocks of the pool less headroom") long usableBlocks,
      @Port(unit = "B", doc = "size of these blocks") Quantity<DataSize> usable,
      @Port(doc = "blocks of one request") long unsharedBlocks,
      @Port(doc = "blocks of the prefix that can be shared") long commonBlocks,
      @Port(doc = "blocks that stay with one request") long privateBlocks,
      @Port(unit = "B", doc = "size of the blocks of one request") Quantity<DataSize> unsharedBytes,
      @Port(unit = "B", doc = "size of the shared blocks") Quantity<DataSize> commonBytes,
      @Port(unit = "B", doc = "size of the private blocks") Quantity<DataSize> privateBytes,
      @Port(doc = "requests resident without sharing") long fitUnshared,
      @Port(doc = "requests resident with sharing") long fitShared,
      @Port(unit = "s", doc = "stay of a request that holds its blocks while it waits")
          Quantity<Time> retainedTime,
      @Port(unit = "1/s", doc = "turns without sharing, blocks held while waiting")
          Quantity<Frequency> retainedRate,
      @Port(unit = "1/s", doc = "turns without sharing, blocks released while waiting")
          Quantity<Frequency> releasedRate,
      @Port(unit = "1/s", doc = "turns with sharing, blocks held while waiting")
          Quantity<Frequency> sharedRetainedRate,
      @Port(unit = "1/s", doc = "turns with sharing, blocks released while waiting")
          Quantity<Frequency> sharedReleasedRate,
      @Port(doc = "stay with waiting over stay without") double residencyFactor,
      @Port(doc = "shared over all blocks of a request") double sharedFraction,
      @Port(doc = "residents with over without sharing; absent when none fits without")
          Optional<Double> shareGain,
      @Port(doc = "that gain for an endless pool") double shareBound,
      @Port(doc = "why none fits; empty when one does") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public KvBlockSharingResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public KvBlockSharingModel() {
    super(MethodHandles.lookup(), Inputs.class, KvBlockSharingResult.class);
  }

  @Override
  public KvBlockSharingResult solve(Inputs inputs) {
    KvBlockSharing.Result plain =
        KvBlockSharing.solve(
            Units.in(BYTE, inputs.bytesPerToken()),
            Units.in(BYTE, inputs.pool()),
            inputs.headroom(),
            inputs.context(),
            inputs.output(),
            inputs.common(),
            inputs.blockTokens(),
            Units.in(SECOND, inputs.generation()),
            Units.in(SECOND, inputs.waiting()));
    return new KvBlockSharingResult(
        plain.feasible(),
        Units.of(plain.blockBytes(), BYTE),
        (long) plain.usableBlocks(),
        Units.of(plain.usableBytes(), BYTE),
        (long) plain.unsharedBlocks(),
        (long) plain.commonBlocks(),
        (long) plain.privateBlocks(),
        Units.of(plain.unsharedBytes(), BYTE),
        Units.of(plain.commonBytes(), BYTE),
        Units.of(plain.privateBytes(), BYTE),
        (long) plain.fitUnshared(),
        (long) plain.fitShared(),
        Units.of(plain.retainedTime(), SECOND),
        Units.of(plain.retainedRate(), PER_SECOND),
        Units.of(plain.releasedRate(), PER_SECOND),
        Units.of(plain.sharedRetainedRate(), PER_SECOND),
        Units.of(plain.sharedReleasedRate(), PER_SECOND),
        plain.residencyFactor(),
        plain.sharedFraction(),
        Forms.value(plain.shareGain()),
        plain.shareBound(),
        plain.feasible()
            ? List.of()
            : List.of(
                "A request takes %d blocks; %d are usable."
                    .formatted((long) plain.unsharedBlocks(), (long) plain.usableBlocks())),
        List.of());
  }
}
