namespace CoBuilding.Data;

/// <summary>A row that is never rewritten: what becomes known later supersedes it by a new one.</summary>
public interface IRecorded
{
    DateTimeOffset RecordedAt { get; }

    /// <summary>From this moment on it is no longer what is known; null while it is.</summary>
    DateTimeOffset? SupersededAt { get; }
}
