using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>One side acknowledges that a pair is no longer mutual; the other side's notice stays.</summary>
public sealed class AcknowledgeLapse(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid AcknowledgmentId { get; init; } = Guid.CreateVersion7();
        public Guid UnitId { get; init; }
        public Guid CommitteeId { get; init; }

        /// <summary>The day that the notice named.</summary>
        public DateOnly? LapsedOn { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.LapsedOn).NotNull();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ReceivePairNotices, form, ct);
        var day = form.LapsedOn!.Value;
        // An actor who reaches the ended leg belongs to the pair; the appointment gives the place of its host.
        var ended =
            await Pairs
                .OfUnits(db)
                .Concat(Pairs.OfHosts(db))
                .FirstOrDefaultAsync(l => l.UnitId == form.UnitId && l.CommitteeId == form.CommitteeId && l.Until == day, ct)
            ?? throw new NotFound();
        db.LapseAcknowledgments.Add(
            new LapseAcknowledgment
            {
                Id = form.AcknowledgmentId,
                UnitId = ended.UnitId,
                CommitteeId = ended.CommitteeId,
                PlaceId = ended.PlaceId,
                Side = db.Reach.Units.Contains(ended.UnitId) ? PairSide.Unit : PairSide.Host,
                LapsedOn = day,
                RecordedAt = db.Now,
            }
        );
        await db.CommitAsync(ct);
    }
}
