package org.mlsysim.core.node;

import java.util.List;
import org.apiguardian.api.API;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.workload.Workload;

/**
 * The points of an inference sweep: every combination of the axes, in the order device, precision,
 * batch size, efficiency, the last fastest.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record SweepGrid(
    @Port(doc = "the workload", aliases = "workload") Workload model,
    @Port(doc = "the devices") List<HardwareNode> hardware,
    @Port(doc = "number formats of the weights", defaultValue = "fp16") List<Precision> precisions,
    @Port(doc = "units of a pass", range = "[1, inf)") List<Integer> batchSizes,
    @Port(
            doc = "shares of the peak rate that the kernels sustain",
            defaultValue = "0.5",
            range = "(0, 1]")
        List<Double> efficiencies,
    @Port(doc = "tokens that a generated token attends to", defaultValue = "0", range = "[0, inf)")
        int contextLength) {
  public SweepGrid {
    hardware = List.copyOf(hardware);
    precisions = List.copyOf(precisions);
    batchSizes = List.copyOf(batchSizes);
    efficiencies = List.copyOf(efficiencies);
    Axes.refuseEmpty("hardware", hardware);
    Axes.refuseEmpty("precisions", precisions);
    Axes.refuseEmpty("batch_sizes", batchSizes);
    Axes.refuseEmpty("efficiencies", efficiencies);
  }

  /** Names the axes one by one. */
  public static SweepGridBuilder builder() {
    return new SweepGridBuilder();
  }

  /** How many points the grid has. */
  public long size() {
    return (long) hardware.size() * precisions.size() * batchSizes.size() * efficiencies.size();
  }

  /** Points of one device at one precision, which are priced together. */
  int blockSize() {
    return Math.multiplyExact(batchSizes.size(), efficiencies.size());
  }
}
