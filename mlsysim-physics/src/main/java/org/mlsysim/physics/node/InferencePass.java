package org.mlsysim.physics.node;

/**
 * One inference of a model on a device, with everything worked out that depends on neither the
 * batch nor the efficiency.
 *
 * <p>A pass of B units computes, moves and keeps
 *
 * <pre>ops       = p B (O + attention over the context)
 * traffic   = p (weights touched by B u tokens + B A + cache)
 * footprint = weights + cache</pre>
 *
 * <p>with p passes (denoising steps, otherwise 1), O the work of a unit, u its tokens and A its
 * activation traffic. Without a context a transformer moves no cache; a recurrent state is always
 * moved, and counted in the footprint when there is a context.
 *
 * @param device the accelerator
 * @param passes p
 * @param opsPerUnit work of one unit over all passes [FLOP]
 * @param storedBytes all weights [B]
 * @param expertShare x, share of the weights held by experts, [0, 1]
 * @param experts E, read only when x &gt; 0
 * @param expertsPerToken k
 * @param tokensPerUnit u
 * @param activationBytes A, activation traffic of one unit and pass [B]
 * @param cacheTrafficPerUnit bytes of cache or state one unit moves in a pass [B]
 * @param cacheBytesPerUnit bytes of cache or state one unit occupies [B]
 * @param overhead dispatch and launches of all passes [s]
 */
public record InferencePass(
    DeviceForm device,
    double passes,
    double opsPerUnit,
    double storedBytes,
    double expertShare,
    double experts,
    double expertsPerToken,
    double tokensPerUnit,
    double activationBytes,
    double cacheTrafficPerUnit,
    double cacheBytesPerUnit,
    double overhead) {

  /**
   * Works out what all batch sizes have in common.
   *
   * @param bytesPerElement b, width of one stored weight [B]
   * @param contextLength cached tokens a decoded token attends to, &ge; 0; 0 for a workload that
   *     keeps nothing
   * @param activationFraction activation traffic of a sample as a share of the weights, where no
   *     architecture is known, &ge; 0
   */
  public static InferencePass of(
      WorkloadForm workload,
      DeviceForm device,
      double bytesPerElement,
      double contextLength,
      double activationFraction) {
    double passes = workload.inferencePasses();
    return new InferencePass(
        device,
        passes,
        passes * (workload.unitFlops() + workload.decodeAttentionFlops(contextLength)),
        workload.storedBytes(bytesPerElement),
        workload.expertShare(),
        workload.experts(),
        workload.expertsPerTokenOrOne(),
        workload.tokensPerUnit(),
        workload.activationTrafficPerUnit(bytesPerElement, activationFraction),
        workload.cacheTraffic(contextLength, 1, bytesPerElement),
        contextLength > 0 ? workload.cacheBytes(contextLength, 1, bytesPerElement) : 0,
        Overhead.inference(passes, device.dispatchTax(), workload.layersOrOne()));
  }

  /** Work of a batch [FLOP]. */
  public double ops(double batch) {
    return batch * opsPerUnit;
  }

  /** Weights moved for a batch over all passes [B]. */
  public double weightTraffic(double batch) {
    return passes
        * (storedBytes
            * Experts.touchedShare(expertShare, experts, expertsPerToken, batch * tokensPerUnit));
  }

  /** Activations moved for a batch over all passes [B]. */
  public double activationTraffic(double batch) {
    return passes * (batch * activationBytes);
  }

  /** Cache or state moved for a batch over all passes [B]. */
  public double cacheTraffic(double batch) {
    return passes * (batch * cacheTrafficPerUnit);
  }

  /** All bytes moved for a batch [B]. */
  public double traffic(double batch) {
    return weightTraffic(batch) + activationTraffic(batch) + cacheTraffic(batch);
  }

  /** Cache or state that a batch occupies [B]. */
  public double cacheBytes(double batch) {
    return batch * cacheBytesPerUnit;
  }

  /** Bytes that a batch occupies [B]. */
  public double footprint(double batch) {
    return storedBytes + cacheBytes(batch);
  }

  /** The memory that serves a batch. */
  public MemoryLevel level(double batch) {
    return Placement.inferenceLevel(
        device, footprint(batch), storedBytes, activationBytes, cacheBytes(batch));
  }

  /** Bytes of a batch that its level does not hold [B]; 0 where it holds them all. */
  public double spill(double batch, MemoryLevel level) {
    return switch (level) {
      case SRAM, FLASH, MAIN -> 0;
      case FLASH_AND_HOST -> activationBytes + cacheBytes(batch) - device.sramCapacity();
      case MAIN_AND_HOST -> Placement.inferenceSpill(device, footprint(batch));
    };
  }

  /** Rate at which the bytes of a batch move [B/s]. */
  public double bandwidth(double batch, MemoryLevel level, double spill) {
    double local = Placement.levelBandwidth(device, level);
    if (level.feasible()) {
      return local;
    }
    double held =
        level == MemoryLevel.FLASH_AND_HOST
            ? storedBytes + activationBytes + cacheBytes(batch)
            : footprint(batch);
    return Placement.spilledBandwidth(local, device.hostLinkOrDefault(), spill / held);
  }

  /**
   * Prices a batch.
   *
   * @param batch B, units in the batch, &ge; 1
   * @param efficiency share of the peak rate the kernels sustain, (0, 1]
   */
  public NodeProfile at(double batch, double efficiency) {
    MemoryLevel level = level(batch);
    double spill = spill(batch, level);
    double bandwidth = bandwidth(batch, level, spill);
    double ops = ops(batch);
    double traffic = traffic(batch);
    double flops = device.peakFlops() * efficiency;
    double computeTime = ops / flops;
    double memoryTime = traffic / bandwidth;
    double latency = Math.max(computeTime, memoryTime) + overhead;
    double utilization = Utilization.of(ops, latency, device.peakFlops());
    boolean feasible = level.feasible();
    return new NodeProfile(
        latency,
        computeTime,
        memoryTime,
        overhead,
        latency > 0 ? batch / latency : 0,
        Roofline.bound(computeTime, memoryTime),
        Roofline.intensity(ops, traffic),
        Power.energy(device.tdp(), utilization, latency),
        footprint(batch),
        flops,
        bandwidth,
        utilization,
        utilization,
        feasible,
        feasible ? Double.NaN : spill,
        feasible ? Double.NaN : bandwidth,
        overhead > Math.max(computeTime, memoryTime),
        ops,
        weightTraffic(batch),
        0,
        activationTraffic(batch),
        cacheTraffic(batch),
        level);
  }
}
