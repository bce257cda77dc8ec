package org.mlsysim.physics.training;

import org.mlsysim.physics.network.Collectives;

/**
 * A job that runs on one device, copied onto many: speed-up, time and price.
 *
 * <p>The gradients are summed hierarchically, a ring inside each node and one ring per device
 * between nodes, by bytes alone. Training time is taken to fall with samples per second: what a
 * larger batch costs in convergence is not modelled.
 *
 * @see <a href="https://arxiv.org/abs/1802.05799">Sergeev, Del Balso, Horovod, 2018</a>
 */
public final class DataParallelScaleOut {
  /**
   * The job on one device, and what it is copied onto.
   *
   * @param gradientBytes G, gradients of the model [B]
   * @param stepTime one step of one device [s]
   * @param trainingTime the job on one device [s]
   * @param perDeviceBatch samples of one device's step
   * @param devicesPerNode d, &ge; 1
   * @param nodes n, &ge; 1
   * @param intraBandwidth one-way rate inside a node [B/s], &gt; 0
   * @param interBandwidth one-way rate of a device between nodes [B/s]; NaN for one node
   * @param accumulationSteps a, steps between two exchanges, &ge; 1
   * @param nodeRate price of a node [USD/s]; NaN where not stated
   */
  public record Job(
      double gradientBytes,
      double stepTime,
      double trainingTime,
      double perDeviceBatch,
      int devicesPerNode,
      int nodes,
      double intraBandwidth,
      double interBandwidth,
      double accumulationSteps,
      double nodeRate) {}

  /**
   * The job on many devices.
   *
   * @param devices d n
   * @param intraBytes bytes of a device inside its node per exchange [B]
   * @param interBytes bytes of a device between nodes per exchange [B]
   * @param intraTime [s]
   * @param interTime [s]
   * @param communicationTime both [s]
   * @param computeTime a steps [s]
   * @param updateTime compute and communication [s]
   * @param communicationOverhead communication over compute; NaN for a step of no time
   * @param computeShare compute over update; NaN for an update of no time
   * @param communicationShare communication over update; NaN for an update of no time
   * @param speedup samples per second against one device; NaN for an update of no time
   * @param efficiency speedup over devices
   * @param globalBatch samples of one update
   * @param trainingTime the job on all devices [s]
   * @param cost price of the job [USD]; NaN without a price
   */
  public record Outcome(
      double devices,
      double intraBytes,
      double interBytes,
      double intraTime,
      double interTime,
      double communicationTime,
      double computeTime,
      double updateTime,
      double communicationOverhead,
      double computeShare,
      double communicationShare,
      double speedup,
      double efficiency,
      double globalBatch,
      double trainingTime,
      double cost) {}

  /**
   * Copies the job onto all devices.
   *
   * <pre>
   * comm = 2(d-1)/d G/beta_in + 2(n-1)/n (G/d)/beta_out
   * update = a step + comm,  speedup = d n (a step)/update,  time = T/speedup
   * </pre>
   *
   * @param job the job
   */
  public static Outcome of(Job job) {
    double d = job.devicesPerNode;
    double n = job.nodes;
    double devices = d * n;
    double intraBytes = Collectives.ringFactor(d) * job.gradientBytes;
    double interBytes = Collectives.ringFactor(n) * (job.gradientBytes / d);
    double intraTime = intraBytes / job.intraBandwidth;
    double interTime = job.nodes > 1 ? interBytes / job.interBandwidth : 0.0;
    double communication = intraTime + interTime;
    double compute = job.accumulationSteps * job.stepTime;
    double update = compute + communication;
    double efficiency = compute / update;
    double speedup = devices * efficiency;
    double trainingTime = job.trainingTime / speedup;
    return new Outcome(
        devices,
        intraBytes,
        interBytes,
        intraTime,
        interTime,
        communication,
        compute,
        update,
        communication / compute,
        efficiency,
        communication / update,
        speedup,
        efficiency,
        job.perDeviceBatch * devices * job.accumulationSteps,
        trainingTime,
        trainingTime * n * job.nodeRate);
  }

  private DataParallelScaleOut() {}
}
