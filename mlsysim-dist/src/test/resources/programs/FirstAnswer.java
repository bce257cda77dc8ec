import org.mlsysim.api.hardware.Precision;
import org.mlsysim.core.node.Engine;
import org.mlsysim.core.node.PerformanceProfile;
import org.mlsysim.hardware.Hardware;
import org.mlsysim.models.Models;

/** The first answer of the README. */
public class FirstAnswer {
  public static void main(String[] arguments) {
    PerformanceProfile profile =
        Engine.solve(Models.Language.LLAMA3_8B, Hardware.Cloud.H100, 32, Precision.FP16, 0.5);
    System.out.println(profile.latency() + ", bound by " + profile.bottleneck());
  }
}
