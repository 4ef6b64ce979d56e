namespace CoBuilding.Data;

/// <summary>A row of one district. Its key is <c>(tenant_id, id)</c>; row-level security separates districts.</summary>
public abstract class Tenanted
{
    /// <summary>The district; stamped when the row is first saved.</summary>
    public Guid TenantId { get; private set; }

    /// <summary>Assigned by the creator of the row, so that a repeated request finds it instead of adding another.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Raised by one at every save; a save that expected another value throws <see cref="Stale"/>.</summary>
    public long RowVersion { get; private set; } = 1;
}
