package org.mlsysim.core.node;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.FLOP_PER_BYTE;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;

import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Frequency;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Intensity;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.node.NodeProfile;

/**
 * What a pass does on one device, or on the devices of one replica.
 *
 * <p>An infeasible pass is still priced, with the bytes that do not fit on the link to the host;
 * its numbers are the diagnosis.
 */
@API(status = API.Status.STABLE, since = "0.1")
public record PerformanceProfile(
    @Port(unit = "s", doc = "time of the pass: the slower of arithmetic and traffic, and overhead")
        Quantity<Time> latency,
    @Port(unit = "s", doc = "time that the arithmetic needs") Quantity<Time> latencyCompute,
    @Port(unit = "s", doc = "time that the memory traffic needs") Quantity<Time> latencyMemory,
    @Port(unit = "s", doc = "dispatch and launches") Quantity<Time> latencyOverhead,
    @Port(unit = "1/s", doc = "units of work a second: tokens, sequences, images, samples")
        Quantity<Frequency> throughput,
    @Port(doc = "the wall that binds") Bottleneck bottleneck,
    @Port(unit = "FLOP/B", doc = "work per byte moved") Quantity<Intensity> arithmeticIntensity,
    @Port(unit = "J", doc = "energy of the pass; 0 where no design power is known")
        Quantity<Energy> energy,
    @Port(unit = "B", doc = "bytes to be held on one device") Quantity<DataSize> memoryFootprint,
    @Port(unit = "FLOP/s", doc = "peak rate at the precision, derated by the efficiency")
        Quantity<ComputeRate> peakFlopsActual,
    @Port(unit = "B/s", doc = "rate at which the bytes move") Quantity<DataRate> peakBwActual,
    @Port(doc = "share of the peak that the model's work reaches (MFU)") double mfu,
    @Port(doc = "the same with recomputed work (HFU)") double hfu,
    @Port(verdict = true, doc = "whether the device holds everything itself") boolean feasible,
    @Port(unit = "B", doc = "bytes that do not fit; absent when feasible")
        Optional<Quantity<DataSize>> offloadSpillBytes,
    @Port(unit = "B/s", doc = "rate with the spilled share on the host link; absent when feasible")
        Optional<Quantity<DataRate>> offloadEffectiveBw,
    @Port(doc = "whether overhead exceeds both arithmetic and traffic") boolean overheadDominated,
    @Port(doc = "why it is infeasible; empty when it is not") List<String> constraintTrace,
    @Port(doc = "what to know before trusting the numbers") List<String> caveats)
    implements SolverResult {

  public PerformanceProfile {
    constraintTrace = List.copyOf(constraintTrace);
    caveats = List.copyOf(caveats);
  }

  /** The profile of the law's plain form. */
  public static PerformanceProfile of(
      NodeProfile plain, List<String> constraintTrace, List<String> caveats) {
    return new PerformanceProfile(
        Units.of(plain.latency(), SECOND),
        Units.of(plain.latencyCompute(), SECOND),
        Units.of(plain.latencyMemory(), SECOND),
        Units.of(plain.latencyOverhead(), SECOND),
        Units.of(plain.throughput(), PER_SECOND),
        Bottleneck.of(plain.bound()),
        Units.of(plain.arithmeticIntensity(), FLOP_PER_BYTE),
        Units.of(plain.energy(), JOULE),
        Units.of(plain.memoryFootprint(), BYTE),
        Units.of(plain.peakFlopsActual(), FLOP_PER_SECOND),
        Units.of(plain.peakBwActual(), BYTE_PER_SECOND),
        plain.mfu(),
        plain.hfu(),
        plain.feasible(),
        Forms.quantity(plain.offloadSpillBytes(), BYTE),
        Forms.quantity(plain.offloadEffectiveBw(), BYTE_PER_SECOND),
        plain.overheadDominated(),
        constraintTrace,
        caveats);
  }

  @Override
  public List<String> reasons() {
    return constraintTrace;
  }
}
