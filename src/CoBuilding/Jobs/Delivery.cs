namespace CoBuilding.Jobs;

/// <summary>How a try ended.</summary>
public enum DeliveryOutcome
{
    /// <summary>The server took it.</summary>
    Accepted,

    /// <summary>Surely not taken; a later try may do better.</summary>
    Retry,

    /// <summary>Surely not taken, and another try would end the same.</summary>
    Rejected,

    /// <summary>Handed over, and nobody can say whether it was taken.</summary>
    Unknown,
}

/// <summary>What became of one try.</summary>
/// <param name="Detail">The server's code, such as <c>HTTP 500</c>.</param>
public sealed record Delivery(DeliveryOutcome End, DeliveryFailure? Failure = null, string? Detail = null)
{
    public static readonly Delivery Accepted = new(DeliveryOutcome.Accepted);

    public static Delivery Retry(DeliveryFailure failure, string? detail = null) => new(DeliveryOutcome.Retry, failure, detail);

    public static Delivery Rejected(DeliveryFailure failure, string? detail = null) => new(DeliveryOutcome.Rejected, failure, detail);

    public static Delivery Unknown(DeliveryFailure failure, string? detail = null) => new(DeliveryOutcome.Unknown, failure, detail);
}
