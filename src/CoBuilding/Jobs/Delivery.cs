namespace CoBuilding.Jobs;

/// <summary>How a try ended.</summary>
public enum DeliveryEnd
{
    /// <summary>The server took it.</summary>
    Taken,

    /// <summary>Surely not taken; a later try may do better.</summary>
    NotNow,

    /// <summary>Surely not taken, and another try would end the same.</summary>
    Never,

    /// <summary>Handed over, and nobody can say whether it was taken.</summary>
    Unknown,
}

/// <summary>What became of one try.</summary>
/// <param name="Detail">The server's code, such as <c>HTTP 500</c>.</param>
public sealed record Delivery(DeliveryEnd End, Trouble? Trouble = null, string? Detail = null)
{
    public static readonly Delivery Taken = new(DeliveryEnd.Taken);

    public static Delivery NotNow(Trouble trouble, string? detail = null) => new(DeliveryEnd.NotNow, trouble, detail);

    public static Delivery Never(Trouble trouble, string? detail = null) => new(DeliveryEnd.Never, trouble, detail);

    public static Delivery Unknown(Trouble trouble, string? detail = null) => new(DeliveryEnd.Unknown, trouble, detail);
}
