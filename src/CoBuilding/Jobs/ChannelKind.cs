using CoBuilding.Texts;

namespace CoBuilding.Jobs;

[TextsIn("Jobs")]
public enum ChannelKind
{
    Email,
    Sms,

    /// <summary>A robot in a WeCom group.</summary>
    WeCom,

    /// <summary>A robot in a DingTalk group.</summary>
    DingTalk,
}
