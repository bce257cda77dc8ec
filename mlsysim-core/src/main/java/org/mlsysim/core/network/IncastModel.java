package org.mlsysim.core.network;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.network.Incast;

/**
 * Many senders, one port: how fast the buffer of a switch overflows.
 *
 * <pre>net = n b - e,  overflow = Q / net (net &gt; 0),  drain = Q / e</pre>
 *
 * <p>A fluid account: constant rates, an empty buffer at the start, and no reaction of the senders
 * before the feedback arrives.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How fast does a switch buffer overflow when many senders hit one port?",
    equation = "overflow = buffer / (n · sender - egress)",
    sources = "First principles: a fluid queue")
public final class IncastModel extends BaseModel<IncastModel.Inputs, IncastModel.IncastResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "senders that start together", range = "[1, inf)") int nSenders,
      @Port(doc = "rate of one sender", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> senderBandwidth,
      @Port(doc = "rate of the port", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> egressBandwidth,
      @Port(doc = "buffer of the port", unit = "B", range = "[0, inf)") Quantity<DataSize> buffer,
      @Port(doc = "time until a sender reacts", unit = "s", range = "[0, inf)")
          Quantity<Time> feedbackRtt) {

    /** Names the inputs one by one. */
    public static IncastModelInputsBuilder builder() {
      return new IncastModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record IncastResult(
      @Port(unit = "B/s", doc = "what the senders send together") Quantity<DataRate> offeredLoad,
      @Port(doc = "offered load over the rate of the port") double oversubscription,
      @Port(unit = "B/s", doc = "growth of the queue; negative when the port keeps up")
          Quantity<DataRate> netFillRate,
      @Port(unit = "s", doc = "time until the buffer is full; absent when the queue does not grow")
          Optional<Quantity<Time>> overflowTime,
      @Port(unit = "s", doc = "time to empty a full buffer") Quantity<Time> drainTime,
      @Port(unit = "B", doc = "bytes that the port forwards before a sender hears of the queue")
          Quantity<DataSize> bandwidthDelayProduct,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public IncastResult {
      caveats = List.copyOf(caveats);
    }
  }

  public IncastModel() {
    super(MethodHandles.lookup(), Inputs.class, IncastResult.class);
  }

  @Override
  public IncastResult solve(Inputs inputs) {
    Incast.Burst burst =
        Incast.of(
            inputs.nSenders(),
            in(BYTE_PER_SECOND, inputs.senderBandwidth()),
            in(BYTE_PER_SECOND, inputs.egressBandwidth()),
            in(BYTE, inputs.buffer()),
            in(SECOND, inputs.feedbackRtt()));
    return new IncastResult(
        of(burst.offeredLoad(), BYTE_PER_SECOND),
        burst.oversubscription(),
        of(burst.netFillRate(), BYTE_PER_SECOND),
        Forms.quantity(burst.overflowTime(), SECOND),
        of(burst.drainTime(), SECOND),
        of(burst.bandwidthDelayProduct(), BYTE),
        List.of(
            "Constant rates into an empty buffer; no sender reacts before the feedback arrives."));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, IncastResult result) {
    return List.of(
        new Explanation(
            "net_fill_rate",
            in(BYTE_PER_SECOND, result.netFillRate()),
            "B/s",
            List.of(
                Term.computed(
                    "offered load",
                    "offered",
                    "n · b",
                    in(BYTE_PER_SECOND, result.offeredLoad()),
                    "B/s",
                    Term.given("senders", "n", inputs.nSenders(), ""),
                    Term.given(
                        "rate of one", "b", in(BYTE_PER_SECOND, inputs.senderBandwidth()), "B/s")),
                Term.given(
                    "rate of the port",
                    "egress",
                    in(BYTE_PER_SECOND, inputs.egressBandwidth()),
                    "B/s"))));
  }
}
