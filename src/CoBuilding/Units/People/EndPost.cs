using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.People;

/// <summary>Ends a post; the grants that came with it end in the same transaction.</summary>
public sealed class EndPost(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid PostId { get; init; }

        /// <summary>The first day without the post.</summary>
        public DateOnly? On { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.On).NotNull();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, form, ct);
        var post = await PortalDb.FindAsync(db.Posts, form.PostId, ct);
        if (form.On <= post.From)
            throw UnitsRules.PostEndsBeforeItBegins(post.From);
        await EndAsync(db, post, form.On!.Value, ct);
        var unit = await db.Units.SingleOrDefaultAsync(u => u.Id == post.UnitId && u.LiaisonOfficerId == post.PersonId, ct);
        if (unit is not null && form.On <= db.Today)
            unit.LiaisonOfficerId = null;
        await db.CommitAsync(ct);
    }

    internal static Task EndAsync(PortalDb db, Post post, DateOnly on, CancellationToken ct) => EndAsync(db, [(post, on)], ct);

    /// <summary>One statement, independent of the number of posts.</summary>
    internal static async Task EndAsync(PortalDb db, IReadOnlyList<(Post Post, DateOnly On)> ends, CancellationToken ct)
    {
        foreach (var (post, on) in ends)
            post.Until = on;
        var byPost = ends.ToDictionary(e => e.Post.Id, e => e.On);
        Guid[] posts = [.. byPost.Keys];
        foreach (var grant in await db.Grants.Where(g => g.PostId != null && posts.Contains(g.PostId.Value)).ToListAsync(ct))
            if (byPost[grant.PostId!.Value] is var on && !grant.HasEndedBy(on))
                grant.Until = on < grant.From ? grant.From : on;
    }
}
