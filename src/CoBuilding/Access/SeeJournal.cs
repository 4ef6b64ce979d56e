using CoBuilding.Data;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Access;

/// <summary>Who did what when, for the auditor; newest first.</summary>
public sealed class SeeJournal(Door door)
{
    public sealed record Question : ListQuestion
    {
        public DateOnly? From { get; init; }
        public DateOnly? Until { get; init; }
        public string? Subject { get; init; }
    }

    public sealed record Row(
        Guid Id,
        DateTimeOffset At,
        string Actor,
        string Right,
        string Action,
        string Subject,
        Guid? SubjectId,
        string? Before,
        string? After
    );

    /// <param name="question">Both days are days in China; <see cref="Question.Until"/> is included.</param>
    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeJournal, ct);
        var (needle, name, accounts) = (question.Needle(), question.NameNeedle(), db.Accounts);
        var from = question.From is { } first ? ChinaTime.At(first, TimeOnly.MinValue) : DateTimeOffset.MinValue;
        var until = question.Until is { } last ? ChinaTime.At(last.AddDays(1), TimeOnly.MinValue) : DateTimeOffset.MaxValue;
        return await db
            .Journal.AsNoTracking()
            .Where(e => e.At >= from && e.At < until)
            .Where(e => question.Subject == null || e.Subject == question.Subject)
            .Where(e =>
                needle == null
                || e.ActorName == needle
                || e.Right == needle
                || accounts.Any(a => a.Id == e.AccountId && a.FindKeys.Contains(name!))
            )
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.OperationId)
            .ThenBy(e => e.Ordinal)
            .Select(e => new Row(e.Id, e.At, e.ActorName, e.Right, e.Action, e.Subject, e.SubjectId, e.Before, e.After))
            .PageAsync(question, ct);
    }
}
