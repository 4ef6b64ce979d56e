namespace CoBuilding.Data;

/// <summary>What the journal keeps of a sent form, with the operation's first row.</summary>
/// <param name="KeyId">The key of the hash; hashes of different keys cannot be compared.</param>
/// <param name="Hash">A keyed hash of what a person sent.</param>
/// <param name="FilledFields">How many fields a person filled.</param>
internal sealed record FormStamp(string KeyId, byte[] Hash, int FilledFields)
{
    /// <summary>Whether a form with the given hash was a different one; false where that cannot be known.</summary>
    public bool DiffersFrom(string? keyId, byte[]? hash) => keyId == KeyId && hash is not null && !hash.AsSpan().SequenceEqual(Hash);
}
