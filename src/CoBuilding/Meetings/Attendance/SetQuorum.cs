using CoBuilding.Access;
using CoBuilding.Meetings.Words;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

/// <summary>Sets the quorum rule for every kind of meeting or for one. Meetings whose notice was issued keep their rule.</summary>
public sealed class SetQuorum(Door door)
{
    public sealed record Form : WritingForm
    {
        /// <summary>Null: for every kind without a rule of its own.</summary>
        public MeetingKind? Kind { get; init; }

        /// <summary>Null: the kind goes by the rule for all.</summary>
        public QuorumRule? QuorumRule { get; set; }
        public int? QuorumNumber { get; set; }
        public bool CountsSubstitutes { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.QuorumRule).NotNull().When(f => f.Kind is null);
                RuleFor(f => f.QuorumNumber)
                    .NotNull()
                    .When(f => f.QuorumRule == Meetings.QuorumRule.ChairAndNumber)
                    .InclusiveBetween(1, 500);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var setting = await db.QuorumSettings.SingleOrDefaultAsync(q => q.Kind == form.Kind, ct);
        if (form.QuorumRule is { } rule)
        {
            if (setting is null)
                db.QuorumSettings.Add(setting = new QuorumSetting { Kind = form.Kind, QuorumRule = rule });
            (setting.QuorumRule, setting.CountsSubstitutes, setting.EndedAt) = (rule, form.CountsSubstitutes, null);
            setting.QuorumNumber = rule == QuorumRule.ChairAndNumber ? form.QuorumNumber : null;
        }
        else if (setting is not null)
            setting.EndedAt ??= db.Now;
        await db.CommitAsync(ct);
    }
}
