package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.BYTE;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
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
import org.mlsysim.core.form.Shortfall;
import org.mlsysim.physics.serving.PagedAllocation;

/**
 * Memory reserved for the longest possible sequence against blocks taken on demand.
 *
 * <pre>E = p (1 - e^(-K p / mu)) / (1 - e^(-p / mu)),  K = ceil(cap / p)</pre>
 *
 * <p>E is what blocks of p tokens allocate for a sequence on average, when lengths are exponential
 * of mean mu and capped: the least assuming law of a given mean.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How many sequences fit when the cache is taken block by block, not reserved?",
    equation = "E = p (1 - e^(-K p / mu)) / (1 - e^(-p / mu)); fit = floor(pool / (E k))",
    sources = "Kwon et al. (2023), PagedAttention, arXiv 2309.06180")
public final class PagedAllocationModel
    extends BaseModel<PagedAllocationModel.Inputs, PagedAllocationModel.PagedAllocationResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "cache of one token", unit = "B", range = "(0, inf)")
          Quantity<DataSize> bytesPerToken,
      @Port(doc = "memory for the cache", unit = "B", range = "[0, inf)") Quantity<DataSize> pool,
      @Port(doc = "tokens of the longest sequence", range = "[1, inf)") int cap,
      @Port(doc = "mean tokens of a finished sequence; at most cap", range = "(0, inf)")
          double meanFinal,
      @Port(doc = "tokens of a small block", range = "[1, inf)") int smallBlock,
      @Port(doc = "tokens of a large block", range = "[1, inf)") int largeBlock) {

    public Inputs {
      if (cap >= 1 && meanFinal > cap) {
        throw BadInputException.conflict(
            "mean_final",
            "mean_final is %s, but cap is %d; no mean is above the longest."
                .formatted(Units.number(meanFinal), cap));
      }
    }

    /** Names the inputs one by one; all are required. */
    public static PagedAllocationModelInputsBuilder builder() {
      return new PagedAllocationModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record PagedAllocationResult(
      @Port(verdict = true, doc = "whether at least one paged sequence fits") boolean feasible,
      @Port(unit = "B", doc = "memory of a sequence reserved to its cap")
          Quantity<DataSize> reservation,
      @Port(doc = "sequences that fit reserved") long reservations,
      @Port(doc = "mean length over cap") double finalLengthEfficiency,
      @Port(unit = "B", doc = "size of a small block") Quantity<DataSize> smallBlock,
      @Port(unit = "B", doc = "size of a large block") Quantity<DataSize> largeBlock,
      @Port(doc = "most tokens that a small last block leaves empty") int smallTailTokens,
      @Port(doc = "most tokens that a large last block leaves empty") int largeTailTokens,
      @Port(unit = "B", doc = "most bytes that a small last block leaves empty")
          Quantity<DataSize> smallTail,
      @Port(unit = "B", doc = "most bytes that a large last block leaves empty")
          Quantity<DataSize> largeTail,
      @Port(doc = "large tail over cap") double largeTailShare,
      @Port(doc = "tokens that small blocks allocate for a sequence, on average")
          double smallAllocatedTokens,
      @Port(doc = "share of them that stays empty") double smallWaste,
      @Port(doc = "tokens that large blocks allocate for a sequence, on average")
          double largeAllocatedTokens,
      @Port(doc = "share of them that stays empty") double largeWaste,
      @Port(doc = "sequences that fit in small blocks") long pagedFit,
      @Port(doc = "paged over reserved sequences; absent when none fits reserved")
          Optional<Double> pagedGain,
      @Port(doc = "why none fits; empty when one does") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public PagedAllocationResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public PagedAllocationModel() {
    super(MethodHandles.lookup(), Inputs.class, PagedAllocationResult.class);
  }

  @Override
  public PagedAllocationResult solve(Inputs inputs) {
    double perToken = Units.in(BYTE, inputs.bytesPerToken());
    double pool = Units.in(BYTE, inputs.pool());
    PagedAllocation.Result plain =
        PagedAllocation.solve(
            perToken,
            pool,
            inputs.cap(),
            inputs.meanFinal(),
            inputs.smallBlock(),
            inputs.largeBlock());
    return new PagedAllocationResult(
        plain.feasible(),
        Units.of(plain.reservation(), BYTE),
        (long) plain.reservations(),
        plain.finalLengthEfficiency(),
        Units.of(plain.smallBlock(), BYTE),
        Units.of(plain.largeBlock(), BYTE),
        (int) plain.smallTailTokens(),
        (int) plain.largeTailTokens(),
        Units.of(plain.smallTail(), BYTE),
        Units.of(plain.largeTail(), BYTE),
        plain.largeTailShare(),
        plain.smallAllocatedTokens(),
        plain.smallWaste(),
        plain.largeAllocatedTokens(),
        plain.largeWaste(),
        (long) plain.pagedFit(),
        Forms.value(plain.pagedGain()),
        plain.feasible()
            ? List.of()
            : List.of(
                "A sequence takes %s GB in small blocks; the pool holds %s GB."
                    .formatted(
                        Shortfall.gigabytes(plain.smallAllocatedTokens() * perToken),
                        Shortfall.gigabytes(pool))),
        List.of(
            "Lengths are taken as an exponential of their mean, capped; allocated tokens are"
                + " expectations."));
  }
}
