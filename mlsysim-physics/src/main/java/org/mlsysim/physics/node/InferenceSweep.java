package org.mlsysim.physics.node;

/**
 * Prices one model on one device for columns of batch sizes and efficiencies, without allocating.
 *
 * <p>Every point has the numbers of {@link InferencePass#at}, to the last bit; infeasible points
 * stay, with their status. A sweep over models, devices, precisions or contexts runs one pass after
 * the other into the same columns.
 */
public final class InferenceSweep {
  /**
   * Prices the points {@code from} to {@code to}, exclusive; each column is read and written at the
   * point's own index.
   *
   * <p>What depends on the batch alone is worked out again only when the batch changes, so columns
   * ordered by batch run fastest.
   *
   * @param pass the model on the device
   * @param batches units per batch, each &ge; 1
   * @param efficiencies share of the peak rate the kernels sustain, each in (0, 1]
   */
  public static void price(
      InferencePass pass,
      double[] batches,
      double[] efficiencies,
      ProfileColumns columns,
      int from,
      int to) {
    double peakFlops = pass.device().peakFlops();
    double tdp = pass.device().tdp();
    double overhead = pass.overhead();

    double[] latencies = columns.latency();
    double[] computeTimes = columns.latencyCompute();
    double[] memoryTimes = columns.latencyMemory();
    double[] throughputs = columns.throughput();
    double[] mfus = columns.mfu();
    double[] energies = columns.energy();
    double[] footprints = columns.memoryFootprint();
    Bound[] bounds = columns.bound();
    MemoryLevel[] levels = columns.level();

    double priced = Double.NaN;
    double ops = 0;
    double memoryTime = 0;
    double footprint = 0;
    MemoryLevel level = MemoryLevel.MAIN;
    for (int i = from; i < to; i++) {
      double batch = batches[i];
      if (batch != priced) {
        level = pass.level(batch);
        ops = pass.ops(batch);
        memoryTime = pass.traffic(batch) / pass.bandwidth(batch, level, pass.spill(batch, level));
        footprint = pass.footprint(batch);
        priced = batch;
      }
      double computeTime = ops / (peakFlops * efficiencies[i]);
      double latency = Math.max(computeTime, memoryTime) + overhead;
      double mfu = Utilization.of(ops, latency, peakFlops);
      latencies[i] = latency;
      computeTimes[i] = computeTime;
      memoryTimes[i] = memoryTime;
      throughputs[i] = latency > 0 ? batch / latency : 0;
      mfus[i] = mfu;
      energies[i] = Power.energy(tdp, mfu, latency);
      footprints[i] = footprint;
      bounds[i] = Roofline.bound(computeTime, memoryTime);
      levels[i] = level;
    }
  }

  private InferenceSweep() {}
}
