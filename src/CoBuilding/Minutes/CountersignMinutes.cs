using CoBuilding.Access;
using FluentValidation;

namespace CoBuilding.Minutes;

/// <summary>A unit countersigns the minutes or comments on them; by link or signed in, changeable until the term ends.</summary>
public sealed class CountersignMinutes(Door door)
{
    public sealed record Form : WritingForm
    {
        /// <summary>Null for a link, which is for one.</summary>
        public Guid? CountersignId { get; init; }

        /// <summary>The round whose text was read; null when that is not known.</summary>
        public int? CountersignRound { get; init; }
        public CountersignAnswer? Answer { get; set; }
        public string? Comments { get; set; }

        internal string? Said => Answer == CountersignAnswer.Comments ? Comments.OrNull() : null;

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Answer).NotNull();
                RuleFor(f => f.Comments).NotEmpty().When(f => f.Answer == CountersignAnswer.Comments).MaximumLength(2000);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CountersignMinutes, form, ct);
        var (countersign, minutes, acting) = await Countersigns.OfResponderAsync(db, form.CountersignId, ct);
        Countersigns.ExpectOpen(countersign, minutes);
        if (form.CountersignRound is { } read && read != countersign.CountersignRound)
            throw MinutesRules.WasRevised();
        minutes.ExpectAsking(db.Today);
        countersign.Give(form.Answer!.Value, form.Said, acting, null, db.Now);
        await db.CommitAsync(ct);
    }
}
