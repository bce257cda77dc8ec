package org.mlsysim.models;

import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.workload.CnnWorkload;
import org.mlsysim.api.workload.DiffusionWorkload;
import org.mlsysim.api.workload.EmbodiedWorkload;
import org.mlsysim.api.workload.GenericWorkload;
import org.mlsysim.api.workload.SparseTransformerWorkload;
import org.mlsysim.api.workload.StateSpaceWorkload;
import org.mlsysim.api.workload.TransformerWorkload;

/**
 * The registered workloads, as constants: the registry id in upper case.
 *
 * <p>Each group loads its records when one of them is first used; the names that the 0.1 line had
 * without a group stand at the top. A name in a variable is looked up by {@code
 * Catalogs.installed().of(Workload.class).get(name)}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Models {
  public static final TransformerWorkload GPT2 =
      of(TransformerWorkload.class, "Models.Language.GPT2");
  public static final TransformerWorkload GPT3 =
      of(TransformerWorkload.class, "Models.Language.GPT3");
  public static final SparseTransformerWorkload GPT4 =
      of(SparseTransformerWorkload.class, "Models.Language.GPT4");
  public static final TransformerWorkload LLAMA2_70B =
      of(TransformerWorkload.class, "Models.Language.Llama2_70B");
  public static final TransformerWorkload LLAMA3_8B =
      of(TransformerWorkload.class, "Models.Language.Llama3_8B");
  public static final TransformerWorkload LLAMA3_70B =
      of(TransformerWorkload.class, "Models.Language.Llama3_70B");
  public static final CnnWorkload RESNET50 = of(CnnWorkload.class, "Models.Vision.ResNet50");
  public static final CnnWorkload MOBILENETV2 = of(CnnWorkload.class, "Models.Vision.MobileNetV2");
  public static final CnnWorkload ALEXNET = of(CnnWorkload.class, "Models.Vision.AlexNet");
  public static final CnnWorkload WAKEVISION = of(CnnWorkload.class, "Models.Tiny.WakeVision");
  public static final GenericWorkload DLRM =
      of(GenericWorkload.class, "Models.Recommendation.DLRM");
  public static final StateSpaceWorkload MAMBA_2_8B =
      of(StateSpaceWorkload.class, "Models.StateSpace.Mamba_2_8B");
  public static final DiffusionWorkload STABLEDIFFUSION_V1_5 =
      of(DiffusionWorkload.class, "Models.GenerativeVision.StableDiffusion_v1_5");

  /** Models that draw. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class GenerativeVision {
    public static final DiffusionWorkload STABLEDIFFUSION_V1_5 =
        of(DiffusionWorkload.class, "Models.GenerativeVision.StableDiffusion_v1_5");

    private GenerativeVision() {}
  }

  /** Robot policies. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Embodied {
    public static final EmbodiedWorkload OPENVLA_7B =
        of(EmbodiedWorkload.class, "Models.Embodied.OpenVLA_7B");
    public static final EmbodiedWorkload OCTO_BASE =
        of(EmbodiedWorkload.class, "Models.Embodied.Octo_Base");
    public static final EmbodiedWorkload DIFFUSIONPOLICY_PUSHT =
        of(EmbodiedWorkload.class, "Models.Embodied.DiffusionPolicy_PushT");
    public static final EmbodiedWorkload ACT_ALOHA =
        of(EmbodiedWorkload.class, "Models.Embodied.ACT_ALOHA");

    private Embodied() {}
  }

  /** Language models. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Language {
    public static final TransformerWorkload BERT_BASE =
        of(TransformerWorkload.class, "Models.Language.BERT_Base");
    public static final TransformerWorkload BERT_LARGE =
        of(TransformerWorkload.class, "Models.Language.BERT_Large");
    public static final SparseTransformerWorkload DEEPSEEK_V3 =
        of(SparseTransformerWorkload.class, "Models.Language.DeepSeek_V3");
    public static final SparseTransformerWorkload MIXTRAL_8X7B =
        of(SparseTransformerWorkload.class, "Models.Language.Mixtral_8x7B");
    public static final TransformerWorkload GPT2 =
        of(TransformerWorkload.class, "Models.Language.GPT2");
    public static final TransformerWorkload GPT2_SMALL =
        of(TransformerWorkload.class, "Models.Language.GPT2_Small");
    public static final TransformerWorkload GPT3 =
        of(TransformerWorkload.class, "Models.Language.GPT3");
    public static final SparseTransformerWorkload GPT4 =
        of(SparseTransformerWorkload.class, "Models.Language.GPT4");
    public static final TransformerWorkload LLAMA2_70B =
        of(TransformerWorkload.class, "Models.Language.Llama2_70B");
    public static final TransformerWorkload LLAMA2_7B =
        of(TransformerWorkload.class, "Models.Language.Llama2_7B");
    public static final TransformerWorkload LLAMA3_405B =
        of(TransformerWorkload.class, "Models.Language.Llama3_405B");
    public static final TransformerWorkload LLAMA3_70B =
        of(TransformerWorkload.class, "Models.Language.Llama3_70B");
    public static final TransformerWorkload LLAMA3_8B =
        of(TransformerWorkload.class, "Models.Language.Llama3_8B");
    public static final TransformerWorkload LLAMA2_13B =
        of(TransformerWorkload.class, "Models.Language.Llama2_13B");
    public static final TransformerWorkload PALM_540B =
        of(TransformerWorkload.class, "Models.Language.PaLM_540B");
    public static final TransformerWorkload OPT_13B =
        of(TransformerWorkload.class, "Models.Language.OPT_13B");
    public static final TransformerWorkload MISTRAL_7B =
        of(TransformerWorkload.class, "Models.Language.Mistral_7B");
    public static final SparseTransformerWorkload MIXTRAL_8X22B =
        of(SparseTransformerWorkload.class, "Models.Language.Mixtral_8x22B");
    public static final TransformerWorkload QWEN2_5_7B =
        of(TransformerWorkload.class, "Models.Language.Qwen2_5_7B");
    public static final TransformerWorkload QWEN2_5_72B =
        of(TransformerWorkload.class, "Models.Language.Qwen2_5_72B");
    public static final TransformerWorkload QWEN3_8B =
        of(TransformerWorkload.class, "Models.Language.Qwen3_8B");
    public static final TransformerWorkload QWEN3_32B =
        of(TransformerWorkload.class, "Models.Language.Qwen3_32B");
    public static final SparseTransformerWorkload QWEN3_235B_A22B =
        of(SparseTransformerWorkload.class, "Models.Language.Qwen3_235B_A22B");
    public static final SparseTransformerWorkload GPT_OSS_20B =
        of(SparseTransformerWorkload.class, "Models.Language.GPT_OSS_20B");
    public static final SparseTransformerWorkload GPT_OSS_120B =
        of(SparseTransformerWorkload.class, "Models.Language.GPT_OSS_120B");
    public static final TransformerWorkload LLAMA3_2_1B =
        of(TransformerWorkload.class, "Models.Language.Llama3_2_1B");
    public static final TransformerWorkload LLAMA3_2_3B =
        of(TransformerWorkload.class, "Models.Language.Llama3_2_3B");
    public static final TransformerWorkload LLAMA1_65B =
        of(TransformerWorkload.class, "Models.Language.Llama1_65B");
    public static final TransformerWorkload CHINCHILLA_70B =
        of(TransformerWorkload.class, "Models.Language.Chinchilla_70B");
    public static final TransformerWorkload GOPHER_280B =
        of(TransformerWorkload.class, "Models.Language.Gopher_280B");
    public static final TransformerWorkload MT_NLG_530B =
        of(TransformerWorkload.class, "Models.Language.MT_NLG_530B");
    public static final TransformerWorkload OPT_175B =
        of(TransformerWorkload.class, "Models.Language.OPT_175B");
    public static final TransformerWorkload BLOOM_176B =
        of(TransformerWorkload.class, "Models.Language.BLOOM_176B");
    public static final TransformerWorkload GPTJ_6B =
        of(TransformerWorkload.class, "Models.Language.GPTJ_6B");

    private Language() {}
  }

  /** Recommenders. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Recommendation {
    public static final GenericWorkload DLRM =
        of(GenericWorkload.class, "Models.Recommendation.DLRM");

    private Recommendation() {}
  }

  /** State-space models. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class StateSpace {
    public static final StateSpaceWorkload MAMBA_130M =
        of(StateSpaceWorkload.class, "Models.StateSpace.Mamba_130M");
    public static final StateSpaceWorkload MAMBA_2_8B =
        of(StateSpaceWorkload.class, "Models.StateSpace.Mamba_2_8B");
    public static final StateSpaceWorkload MAMBA_1_4B =
        of(StateSpaceWorkload.class, "Models.StateSpace.Mamba_1_4B");

    private StateSpace() {}
  }

  /** Models for microcontrollers. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Tiny {
    public static final GenericWorkload ANOMALYDETECTOR =
        of(GenericWorkload.class, "Models.Tiny.AnomalyDetector");
    public static final CnnWorkload DS_CNN = of(CnnWorkload.class, "Models.Tiny.DS_CNN");
    public static final CnnWorkload WAKEVISION = of(CnnWorkload.class, "Models.Tiny.WakeVision");

    private Tiny() {}
  }

  /** Vision models. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Vision {
    public static final CnnWorkload ALEXNET = of(CnnWorkload.class, "Models.Vision.AlexNet");
    public static final CnnWorkload VGG16 = of(CnnWorkload.class, "Models.Vision.VGG16");
    public static final GenericWorkload LENET1 = of(GenericWorkload.class, "Models.Vision.LeNet1");
    public static final CnnWorkload MOBILENETV2 =
        of(CnnWorkload.class, "Models.Vision.MobileNetV2");
    public static final CnnWorkload EFFICIENTNETB0 =
        of(CnnWorkload.class, "Models.Vision.EfficientNetB0");
    public static final GenericWorkload MOBILENETV2_ALPHA0_5 =
        of(GenericWorkload.class, "Models.Vision.MobileNetV2_Alpha0_5");
    public static final GenericWorkload MOBILENETV2_ALPHA0_5FEATUREEXTRACTOR =
        of(GenericWorkload.class, "Models.Vision.MobileNetV2_Alpha0_5FeatureExtractor");
    public static final CnnWorkload MOBILENETV1 =
        of(CnnWorkload.class, "Models.Vision.MobileNetV1");
    public static final CnnWorkload MOBILENETV2_ALPHA0_75 =
        of(CnnWorkload.class, "Models.Vision.MobileNetV2_Alpha0_75");
    public static final CnnWorkload RESNET18 = of(CnnWorkload.class, "Models.Vision.ResNet18");
    public static final CnnWorkload RESNET50 = of(CnnWorkload.class, "Models.Vision.ResNet50");
    public static final CnnWorkload YOLOV8_NANO =
        of(CnnWorkload.class, "Models.Vision.YOLOv8_Nano");
    public static final GenericWorkload VIT_LARGE =
        of(GenericWorkload.class, "Models.Vision.ViT_Large");
    public static final CnnWorkload EFFICIENTNETB4 =
        of(CnnWorkload.class, "Models.Vision.EfficientNetB4");
    public static final CnnWorkload MOBILENETV3_LARGE =
        of(CnnWorkload.class, "Models.Vision.MobileNetV3_Large");
    public static final CnnWorkload RESNET101 = of(CnnWorkload.class, "Models.Vision.ResNet101");
    public static final CnnWorkload RESNET152 = of(CnnWorkload.class, "Models.Vision.ResNet152");

    private Vision() {}
  }

  private static <T extends Registered> T of(Class<T> type, String path) {
    return Catalogs.installed().of(type).get(path);
  }

  private Models() {}
}
