// Losses l of a discriminator's outputs x and their gradients g, as joust.backend.Losses defines them. Each kernel computes a
// loss and a derivative of one value; the derivative is multiplied by the scale last.

#define LOSS(name, loss, derivative)                                               \
    __kernel void name(float scale, IN(x), OUT(l), OUT(g), uint n) {               \
        EACH {                                                                     \
            float value = x[x_at + i];                                             \
            l[l_at + i] = loss;                                                    \
            g[g_at + i] = (derivative) * scale;                                    \
        }                                                                          \
    }

static float unless_nan(float value, float derivative) {
    return isnan(value) ? NAN : derivative;
}

// On logits. Of real rows with label 1 the product by 1 - label stays: it makes a derivative of -0 a +0.
LOSS(logit_real, soft_plus(-value), fma(0.0f, logistic(value), -logistic(-value)))
LOSS(logit_fake, soft_plus(value), logistic(value))
LOSS(logit_minimax_generator, -soft_plus(value), -logistic(value))
LOSS(logit_non_saturating_generator, soft_plus(-value), -logistic(-value))

// On a critic's unbounded outputs.
LOSS(hinge_real, value >= 1.0f ? 0.0f : 1.0f - value, value >= 1.0f ? 0.0f : unless_nan(value, -1.0f))
LOSS(hinge_fake, value <= -1.0f ? 0.0f : 1.0f + value, value <= -1.0f ? 0.0f : unless_nan(value, 1.0f))
LOSS(to_be_raised, -value, unless_nan(value, -1.0f))
LOSS(to_be_lowered, value, unless_nan(value, 1.0f))

// On probabilities; the first is also the generator's non-saturating loss.
LOSS(probability_real, -logarithm(value), -(1.0f / value))
LOSS(probability_fake, -logarithm_of_1_plus(-value), 1.0f / (1.0f - value))
LOSS(probability_minimax_generator, logarithm_of_1_plus(-value), -(1.0f / (1.0f - value)))

// Real rows with a label below 1, rest being 1 - label.

__kernel void logit_smoothed(float label, float rest, float scale, IN(x), OUT(l), OUT(g), uint n) {
    EACH {
        float value = x[x_at + i];
        float repulsion = rest * soft_plus(value);
        l[l_at + i] = fma(label, soft_plus(-value), repulsion);
        float attraction = label * logistic(-value);
        g[g_at + i] = fma(rest, logistic(value), -attraction) * scale;
    }
}

__kernel void probability_smoothed(float label, float rest, float scale, IN(x), OUT(l), OUT(g), uint n) {
    EACH {
        float value = x[x_at + i];
        float repulsion = rest * logarithm_of_1_plus(-value);
        l[l_at + i] = -fma(label, logarithm(value), repulsion);
        g[g_at + i] = (rest / (1.0f - value) - label / value) * scale;
    }
}

__kernel void least_squares(float target, float scale, IN(x), OUT(l), OUT(g), uint n) {
    EACH {
        float distance_to_target = x[x_at + i] - target;
        l[l_at + i] = (0.5f * distance_to_target) * distance_to_target;
        g[g_at + i] = distance_to_target * scale;
    }
}

__kernel void squared_error(float scale, IN(x), IN(t), OUT(l), OUT(g), uint n) {
    EACH {
        float difference = x[x_at + i] - t[t_at + i];
        l[l_at + i] = difference * difference;
        g[g_at + i] = (2.0f * difference) * scale;
    }
}

// Two classes, n rows that all have the class of column label.
__kernel void two_classes(int label, float scale, IN(z), OUT(l), OUT(g), uint n) {
    EACH {
        uint at = 2 * i;
        uint other = at + 1 - label;
        float lead = z[z_at + other] - z[z_at + at + label];
        float slope = logistic(lead);
        l[l_at + i] = soft_plus(lead);
        g[g_at + other] = slope * scale;
        g[g_at + at + label] = -slope * scale;
    }
}

// Any number of classes, n rows; the gradient holds the exponentials in between.
__kernel void softmax_classes(uint classes, float scale, IN(z), IN(labels), OUT(l), OUT(g), uint n) {
    EACH {
        __global const float *row = z + z_at + i * classes;
        __global float *gradient = g + g_at + i * classes;
        float label = labels[labels_at + i];
        int known = label >= 0.0f && label < (float)classes && label == (float)(int)label;
        int column = known ? (int)label : -1;
        float largest = row[0];
        for (uint j = 1; j < classes; j++) {
            largest = row[j] > largest ? row[j] : largest;
        }
        float sum = 0.0f;
        for (uint j = 0; j < classes; j++) {
            float e = exponential(row[j] - largest);
            gradient[j] = e;
            sum += e;
        }
        l[l_at + i] = known ? (logarithm(sum) + largest) - row[column] : NAN;
        for (uint j = 0; j < classes; j++) {
            float probability = gradient[j] / sum;
            gradient[j] = ((int)j == column ? probability - 1.0f : probability) * scale;
        }
    }
}
