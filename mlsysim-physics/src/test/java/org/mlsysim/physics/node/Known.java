package org.mlsysim.physics.node;

/** Published models and devices, with the figures the worked examples of the laws use. */
public final class Known {
  private static final double GIB = 1024.0 * 1024 * 1024;

  /** 16-bit rates. */
  public static final DeviceForm H100 =
      DeviceForm.of(989e12, 80 * GIB, 3.35e12).withHost(64e9, 700, 1e-5);

  public static final DeviceForm H200 =
      DeviceForm.of(989e12, 141 * GIB, 4.8e12).withHost(64e9, 700, 1e-5);

  public static final DeviceForm A100 =
      DeviceForm.of(312e12, 80 * GIB, 2.039e12).withHost(32e9, 400, 1.5e-5);

  /** 8-bit integer rate. */
  public static final DeviceForm ESP32_S3 =
      DeviceForm.of(2.4e9, 4 * 1024 * 1024, 80e6)
          .withSram(512 * 1024, 0.96e9)
          .withFlash(4 * 1024 * 1024, 80e6)
          .withHost(Double.NaN, 0.4, 1e-3);

  public static final WorkloadForm LLAMA3_8B =
      WorkloadForm.builder(WorkloadForm.Family.TRANSFORMER)
          .parameters(8.03e9)
          .inferenceFlops(16.06e9)
          .layers(32)
          .hiddenDim(4096)
          .heads(32)
          .kvHeads(8)
          .build();

  public static final WorkloadForm LLAMA3_70B =
      WorkloadForm.builder(WorkloadForm.Family.TRANSFORMER)
          .parameters(70.6e9)
          .inferenceFlops(141.2e9)
          .layers(80)
          .hiddenDim(8192)
          .heads(64)
          .kvHeads(8)
          .build();

  public static final WorkloadForm MIXTRAL =
      WorkloadForm.builder(WorkloadForm.Family.TRANSFORMER)
          .parameters(46.7e9)
          .activeParameters(12.9e9)
          .inferenceFlops(25.8e9)
          .layers(32)
          .hiddenDim(4096)
          .heads(32)
          .kvHeads(8)
          .experts(8)
          .expertsPerToken(2)
          .build();

  public static final WorkloadForm DEEPSEEK_V3 =
      WorkloadForm.builder(WorkloadForm.Family.TRANSFORMER)
          .parameters(671e9)
          .activeParameters(37e9)
          .layers(61)
          .hiddenDim(7168)
          .heads(128)
          .headDim(128)
          .kvLoraRank(512)
          .qkRopeHeadDim(64)
          .experts(256)
          .expertsPerToken(8)
          .build();

  public static final WorkloadForm GPT2 =
      WorkloadForm.builder(WorkloadForm.Family.TRANSFORMER)
          .parameters(1557611200)
          .layers(48)
          .hiddenDim(1600)
          .heads(25)
          .build();

  public static final WorkloadForm MAMBA =
      WorkloadForm.builder(WorkloadForm.Family.STATE_SPACE)
          .parameters(2.8e9)
          .layers(64)
          .hiddenDim(2560)
          .stateSize(16)
          .build();

  public static final WorkloadForm RESNET50 =
      WorkloadForm.builder(WorkloadForm.Family.OTHER)
          .parameters(25557032)
          .inferenceFlops(8.2e9)
          .layers(50)
          .build();

  public static final WorkloadForm STABLE_DIFFUSION =
      WorkloadForm.builder(WorkloadForm.Family.DIFFUSION)
          .parameters(860e6)
          .inferenceFlops(803.3e9)
          .denoisingSteps(50)
          .build();

  public static final WorkloadForm DLRM =
      WorkloadForm.builder(WorkloadForm.Family.OTHER).modelSize(100e9).build();

  private Known() {}
}
