package org.mlsysim.api.hardware;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Frequency;
import org.apiguardian.api.API;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeRate;

/**
 * The arithmetic of an accelerator.
 *
 * <p>The keys of {@code precision_flops} are precisions, some with a suffix: {@code _sparse} counts
 * 2:4 sparsity, {@code _dla} the units beside the GPU. Suffixed rates are never chosen by a
 * precision.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record ComputeCore(
    @Port(
            doc = "dense 16-bit rate unless the record says otherwise",
            unit = "FLOP/s",
            range = "(0, inf)")
        Quantity<ComputeRate> peakFlops,
    @Port(
            doc = "dense rate of a precision, by name",
            unit = "FLOP/s",
            defaultValue = "",
            range = "(0, inf)")
        Map<String, Quantity<ComputeRate>> precisionFlops,
    @Port(doc = "streaming multiprocessors", range = "[1, inf)") Optional<Integer> smCount,
    @Port(doc = "cores", range = "[1, inf)") Optional<Integer> coreCount,
    @Port(doc = "clock", unit = "1/s", range = "(0, inf)") Optional<Quantity<Frequency>> clockRate,
    @Port(doc = "edge of the systolic array", range = "[1, inf)")
        Optional<Integer> systolicArrayDim,
    @Port(doc = "FP32 lanes of a multiprocessor", range = "[1, inf)")
        Optional<Integer> fp32CoresPerSm,
    @Port(doc = "tensor cores of a multiprocessor", range = "[1, inf)")
        Optional<Integer> tensorCoresPerSm,
    @Port(doc = "resident threads of a multiprocessor", range = "[1, inf)")
        Optional<Integer> maxThreadsPerSm,
    @Port(doc = "registers that one thread can use", range = "[1, inf)")
        Optional<Integer> maxRegistersPerThread,
    @Port(doc = "threads of a warp", range = "[1, inf)") Optional<Integer> warpSize) {

  public ComputeCore {
    precisionFlops = Collections.unmodifiableMap(new LinkedHashMap<>(precisionFlops));
  }

  /**
   * The rate stated for a precision under its own name or an alias; no fallback to another
   * precision.
   */
  public Optional<Quantity<ComputeRate>> rate(Precision precision) {
    Quantity<ComputeRate> rate = precisionFlops.get(precision.wireName());
    for (String alias : precision.wireAliases()) {
      rate = rate == null ? precisionFlops.get(alias) : rate;
    }
    return Optional.ofNullable(rate);
  }

  /** Names the fields one by one; what is left out takes its default. */
  public static ComputeCoreBuilder builder() {
    return new ComputeCoreBuilder();
  }
}
