package org.mlsysim.physics.algorithm;

/**
 * Share of peak that a class of kernels reaches.
 *
 * <p>The shares are calibrations: the band of 0.30 to 0.50 is what large training runs report as
 * model FLOPs utilization; the caps and the 0.75 of fused attention are judgements near published
 * measurements. An efficiency of 0.5 reproduces them, other values scale them.
 *
 * @see <a href="https://arxiv.org/abs/2204.02311">Chowdhery et al., PaLM, 2022</a>
 * @see <a href="https://arxiv.org/abs/2205.14135">Dao et al., FlashAttention, 2022</a>
 */
public final class KernelEfficiency {
  /** Lower end of the utilization that large training runs report [1]. */
  public static final double MFU_LOW = 0.30;

  /** Upper end of the utilization that large training runs report [1]. */
  public static final double MFU_HIGH = 0.50;

  /** Efficiency at which the calibrated shares hold as they are [1]. */
  public static final double CALIBRATION_EFFICIENCY = 0.5;

  /** Share of peak of attention fused into one kernel [1]. */
  public static final double MFU_FLASH_ATTENTION = 0.75;

  /** Most that fused attention reaches [1]. */
  public static final double FLASH_ATTENTION_CAP = 0.85;

  /** Most that dense matrix products of a feed-forward block reach [1]. */
  public static final double FFN_CAP = 0.60;

  /** Most that convolutions reach [1]. */
  public static final double CONV_CAP = 0.55;

  /** Occupancy that an efficiency of 1 would need, over that efficiency [1]. */
  public static final double OCCUPANCY_HEADROOM = 1.1;

  /** Kernels that reach a similar share of peak. */
  public enum KernelClass {
    ATTENTION,
    FFN,
    CONV,
    OTHER
  }

  /**
   * Reached share and rate, and where the rest is lost.
   *
   * <p>The two losses are separate estimates and need not add up to {@code overheadTotal}.
   *
   * @param mfu share of peak [1], in [0, 1]
   * @param achievableFlops rate reached [FLOP/s]
   * @param occupancyLoss share lost to idle units [1]
   * @param memoryStall share lost waiting for memory [1]
   * @param overheadTotal 1 &minus; mfu [1]
   */
  public record Result(
      double mfu,
      double achievableFlops,
      double occupancyLoss,
      double memoryStall,
      double overheadTotal) {}

  /**
   * Share of peak that a kernel class reaches.
   *
   * <pre>
   * s = efficiency / 0.5
   * attention         0.30 s
   * fused attention   min(0.75 s, 0.85)
   * ffn               min(0.50 s, 0.60)
   * conv              min(0.40 s, 0.55)
   * other             0.30 s
   * </pre>
   *
   * @param kernels the class
   * @param flashAttention whether attention is fused into one kernel; read for attention only
   * @param efficiency [1], in (0, 1]
   * @return share [1], in [0, 1]
   */
  public static double mfu(KernelClass kernels, boolean flashAttention, double efficiency) {
    double scale = efficiency / CALIBRATION_EFFICIENCY;
    double share =
        switch (kernels) {
          case ATTENTION ->
              flashAttention
                  ? Math.min(MFU_FLASH_ATTENTION * scale, FLASH_ATTENTION_CAP)
                  : MFU_LOW * scale;
          case FFN -> Math.min(MFU_HIGH * scale, FFN_CAP);
          case CONV -> Math.min((MFU_LOW + MFU_HIGH) / 2.0 * scale, CONV_CAP);
          case OTHER -> MFU_LOW * scale;
        };
    return Math.max(0.0, Math.min(1.0, share));
  }

  /**
   * Reached rate and losses of a kernel class on a device.
   *
   * <pre>
   * occupancy loss = 1 - min(1.1 efficiency, 1)
   * memory stall   = max(0, (1 - mfu) - occupancy loss)
   * </pre>
   *
   * @param kernels the class
   * @param flashAttention whether attention is fused into one kernel
   * @param efficiency [1], in (0, 1]
   * @param peakFlops peak rate at the precision used [FLOP/s], &gt; 0
   * @return share, rate and losses
   */
  public static Result solve(
      KernelClass kernels, boolean flashAttention, double efficiency, double peakFlops) {
    double mfu = mfu(kernels, flashAttention, efficiency);
    double occupancyLoss = 1.0 - Math.min(OCCUPANCY_HEADROOM * efficiency, 1.0);
    double lost = 1.0 - mfu;
    return new Result(
        mfu, peakFlops * mfu, occupancyLoss, Math.max(0.0, lost - occupancyLoss), lost);
  }

  private KernelEfficiency() {}
}
