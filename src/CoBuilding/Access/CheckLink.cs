namespace CoBuilding.Access;

/// <summary>Whether a link still opens what its right is for; asked before anything of what its bearer sends is read.</summary>
public sealed class CheckLink(Door door)
{
    /// <exception cref="Data.NotFound">There is none such, it has ended, or it is for another right.</exception>
    public async Task<Guid> AskAsync(Scope scope, Right right, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, right, ct);
        return db.Who.LinkId!.Value;
    }
}
